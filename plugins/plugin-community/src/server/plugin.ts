import { Plugin } from '@nocobase/server';
import { higherDecidersOf, supervisionOf } from '@wuxin/plugin-notice';
import { archiveActivity, archiveUnchanged, fileStoreOf, frozenRecords } from './archive';
import { bringFilesActivity } from './bring-files';
import { bringRowsActivity } from './bring-rows';
import { connect } from './connect';
import { englishOfContent, installDemonstration, installProcedures, loadProcedures } from './content';
import { deriveActivity } from './derive';
import { activityTitle, answerRefusals, problemText, refusalWords } from './error-texts';
import { holdersActivity } from './holders';
import { keepActivity } from './keep';
import { keepInCallerActivity } from './keep-in-caller';
import { offerEnglish } from './languages';
import { seedColumnPermissions, seedMenu, seedShellModel } from './menus';
import { noticePeriod } from './notices';
import { onePersonActivity } from './one-person';
import { ownCaseActivity } from './own-case';
import { higherDeciders, packedPosts, places, post, supervision } from './posts';
import { translateContent } from './procedures';
import { requirementActivity } from './requirement';
import { tallyActivity, voteCounted } from './tally';
import { keepPaths } from './territory';
import { vacanciesActivity } from './vacancies';

/** Collections that administrators may extend with fields of their own. */
const EXTENSIBLE = ['places', 'organisations', 'posts', 'postHolders'] as const;

interface CollectionsRepository {
  db2cm(name: string): Promise<void>;
  load(): Promise<void>;
}

/** The territory, who holds which post there, and the procedures that run there. */
export class PluginCommunityServer extends Plugin {
  override async load(): Promise<void> {
    const bpmn = connect(this.db);
    const files = fileStoreOf((name) => this.app.pm.get(name));
    bpmn.registerPlaces(places);
    bpmn.registerAssigneeKind(post);
    bpmn.registerEnglish(englishOfContent);
    const types = [
      tallyActivity(bpmn.underCommand),
      keepActivity(bpmn.underCommand),
      keepInCallerActivity(bpmn.underCommand),
      onePersonActivity,
      holdersActivity,
      requirementActivity,
      deriveActivity,
      vacanciesActivity,
      archiveActivity({ ...bpmn, files }),
      bringFilesActivity(bpmn),
      bringRowsActivity(bpmn),
      ownCaseActivity(bpmn),
    ];
    types.forEach((type) =>
      bpmn.registerActivityType({ ...type, problemText, title: (locale) => activityTitle(locale, type.type) }),
    );
    bpmn.registerInvariant(voteCounted);
    bpmn.registerInvariant(noticePeriod);
    bpmn.registerInvariant(archiveUnchanged({ ...bpmn, files }));
    bpmn.registerRecordLock(frozenRecords);
    bpmn.registerRefusalWords(refusalWords);
    bpmn.registerPackFolder(packedPosts);
    higherDecidersOf(this.db).register(higherDeciders);
    supervisionOf(this.db).register(supervision);
    keepPaths(this.db);
    answerRefusals(this.app);
    translateContent(this.app, async () => (await loadProcedures()).map(({ definition }) => definition));
    this.after('afterInstall', () => this.fillNewApplication());
    this.after('afterEnablePlugin', () => this.fill());
  }

  override async install(): Promise<void> {
    const collections = this.db.getRepository('collections') as unknown as CollectionsRepository; // NocoBase declares the base class
    for (const name of EXTENSIBLE) await collections.db2cm(name);
  }

  /** Not `afterUpgrade`, which NocoBase leaves out when a start brings the upgrade with it. */
  override async upgrade(): Promise<void> {
    // the command upgrades before NocoBase knows the collections of earlier content, which may get new fields now
    await (this.db.getRepository('collections') as unknown as CollectionsRepository).load(); // NocoBase declares the base class
    await this.fill();
  }

  /** NocoBase waits for what listeners of its application return, though it declares that they return nothing. */
  private after(event: string, work: () => Promise<void>): void {
    this.app.on(event, work as () => void);
  }

  /** Runs once NocoBase has put the fields of all collections into its tables; every part of it is done only once. */
  private async fill(): Promise<void> {
    await seedShellModel(this.db);
    await seedMenu(this.db);
    await installProcedures(this.db, connect(this.db));
    await seedColumnPermissions(this.db);
  }

  private async fillNewApplication(): Promise<void> {
    await offerEnglish(this.db);
    await this.fill();
    await installDemonstration(this.db, connect(this.db));
  }
}
